# The arrows and bans of docs/ARCHITECTURE.md as tables. Reads sources and CMakeLists.txt files, prints
# "FILE:LINE: what is wrong" for each breach. Plain awk, because a bare machine has no other.

function allow(table, layer, names,    n, i, list) {
    n = split(names, list, " ")
    for (i = 1; i <= n; ++i)
        table[layer, list[i]] = 1
}

BEGIN {
    while ((getline line < modules) > 0) {
        split(line, pair, " ")
        moduleOf[pair[2]] = pair[1]
        umbrella[pair[1]] = 1
    }
    # What each layer may include from ours and from Qt; links follow the same tables.
    layers = "core/base core/domain core/insight core/command core/exchange core/mail core/store core/lists core/workbench"
    allow(ours, "core/base", "core/base")
    allow(ours, "core/domain", "core/base core/domain")
    allow(ours, "core/insight", "core/base core/domain core/insight")
    allow(ours, "core/command", "core/base core/domain core/insight core/command")
    allow(ours, "core/exchange", "core/base core/domain core/exchange")
    allow(ours, "core/lists", "core/base core/domain core/insight core/exchange core/lists")
    allow(ours, "core/mail", "core/base core/domain core/mail")
    allow(ours, "core/store", "core/base core/domain core/store")
    allow(ours, "core/practice", "core/base core/domain core/practice")
    allow(ours, "core/workbench", layers " core/practice")
    allow(ours, "ui", "core/base core/domain core/insight core/command core/exchange core/lists core/workbench ui")
    allow(ours, "ui/print", "core/base core/domain core/insight core/command core/exchange core/lists core/workbench ui/print")
    allow(ours, "ui/charts", "core/base core/domain core/insight core/command core/exchange core/lists core/workbench ui")
    allow(ours, "app/ctl", layers " core/practice ui/print app")
    allow(ours, "app", layers " core/practice ui ui/charts ui/print app")

    n = split(layers, list, " ")
    for (i = 1; i <= n; ++i)
        allow(qt, list[i], "QtCore")
    allow(qt, "core/practice", "QtCore")
    allow(qt, "core/store", "QtSql")
    allow(qt, "core/workbench", "QtConcurrent")
    allow(qt, "ui", "QtCore QtGui QtWidgets QtSvg QtSvgWidgets QtPrintSupport QtConcurrent")
    allow(qt, "ui/charts", "QtCore QtGui QtWidgets QtSvg QtCharts")
    allow(qt, "ui/print", "QtCore QtGui QtSvg")
    allow(qt, "app/ctl", "QtCore QtGui")
    allow(qt, "app", "QtCore QtGui QtWidgets QtSvg QtSvgWidgets QtConcurrent")

    n = split("core/exchange core/mail core/store ui/print", list, " ")
    for (i = 1; i <= n; ++i)
        thirdParty[list[i]] = 1

    n = split("Base Domain Insight Command Exchange Lists Mail Practice Store Workbench", list, " ")
    for (i = 1; i <= n; ++i)
        layerOf[list[i]] = "core/" tolower(list[i])
}

# The layer a file belongs to: core/store, ui/charts, ui/print, app/ctl, else ui, app or tests.
function layerOfPath(path,    part) {
    split(path, part, "/")
    if (part[1] == "core")
        return part[1] "/" part[2]
    if (path ~ /^(ui\/charts|ui\/print|app\/ctl)\//)
        return part[1] "/" part[2]
    return part[1]
}

function breach(what) { print FILENAME ":" FNR ": " what }

function mayUse(layer, target) {
    if (layer == target || (layer, target) in ours)
        return 1
    # The parts of ui see each other; print alone is kept free of widgets.
    return target ~ /^ui\// && (layer, "ui") in ours
}

function checkOwnInclude(name,    target) {
    if (name ~ /\.moc$/ || name ~ /^moc_/)
        return
    if (name !~ /^(core|ui|app|tests)\//) {
        breach("include \"" name "\" is not written from the root")
        return
    }
    target = layerOfPath(name)
    if (layer == "tests") {
        if (FILENAME ~ /^tests\/core\// && name ~ /^(ui|app)\//)
            breach("a test of the core includes " name)
    } else if (name ~ /^tests\//)
        breach("the product includes " name)
    else if (!mayUse(layer, target))
        breach(layer " may not include " target)
}

function checkSystemInclude(name,    part, module) {
    if (name ~ /^(sqlite3\.h|libpq-fe\.h|zip\.h|xlsxwriter|openssl\/|curl\/|orcus\/|libical\/|qt6keychain\/)/) {
        if (layer != "tests" && !(layer in thirdParty))
            breach(layer " may not include the library " name)
        return
    }
    if (name in umbrella) {
        breach("umbrella include <" name ">, name the class")
        return
    }
    if (split(name, part, "/") == 2 && part[1] in umbrella) {
        breach("include <" part[2] "> without its module")
        module = part[1]
    } else if (name in moduleOf)
        module = moduleOf[name]
    else
        return
    if (layer != "tests" && !((layer, module) in qt))
        breach(layer " may not include <" name "> of " module)
}

function checkLinks(text,    word) {
    while (match(text, /(Duedesk|Qt6|SQLite|OpenSSL|CURL|PostgreSQL)::[A-Za-z0-9]+/)) {
        word = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        checkLink(word)
    }
}

function checkLink(word,    name) {
    name = word
    sub(/^.*::/, "", name)
    if (word ~ /^Duedesk::/) {
        if (name in layerOf && !mayUse(layer, layerOf[name]))
            breach(layer " may not link " word)
    } else if (word ~ /^Qt6::/) {
        if (!((layer, "Qt" name) in qt))
            breach(layer " may not link " word)
    } else if (!(layer in thirdParty))
        breach(layer " may not link " word)
}

function checkWords(text) {
    if (text ~ /QSortFilterProxyModel/)
        breach("QSortFilterProxyModel: a model shows (Book, order)")
    if (text ~ /setUseOpenGL/)
        breach("setUseOpenGL crashes without GL")
    if (layer == "tests")
        return
    if (layer != "core/store" && text ~ /"[ ]*(SELECT [^"]*|INSERT (OR [A-Z]+ )?INTO |UPDATE [a-z_]+ SET |DELETE FROM |CREATE (TABLE|INDEX|VIEW|TRIGGER) |PRAGMA |BEGIN IMMEDIATE)/)
        breach("SQL outside core/store")
    if (FILENAME !~ /^(core\/base\/clock|app\/)/ && text ~ /(::current(Date|DateTime|DateTimeUtc|MSecsSinceEpoch|SecsSinceEpoch)\(|system_clock::now)/)
        breach("the time of day comes from the clock door")
    if (FILENAME !~ /^(ui\/prompts|app)\// && text ~ /(QMessageBox|QFileDialog|QInputDialog)/)
        breach("modal questions go through ui/prompts")
}

FNR == 1 { layer = layerOfPath(FILENAME) }

FILENAME ~ /CMakeLists\.txt$/ {
    sub(/#.*/, "")
    if (layer != "tests")
        checkLinks($0)
    next
}

{
    if (/(TODO|FIXME)/)
        breach("unfinished work belongs in the tracker")
    text = $0
    sub(/^[ \t]*\/\/.*/, "", text)
    sub(/[ \t]\/\/ .*/, "", text)
    if (match(text, /^[ \t]*#[ \t]*include[ \t]*"[^"]+"/)) {
        sub(/^[^"]*"/, "", text)
        sub(/".*/, "", text)
        checkOwnInclude(text)
    } else if (match(text, /^[ \t]*#[ \t]*include[ \t]*<[^>]+>/)) {
        sub(/^[^<]*</, "", text)
        sub(/>.*/, "", text)
        checkSystemInclude(text)
    }
    checkWords(text)
}
