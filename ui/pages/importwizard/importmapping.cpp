#include "ui/pages/importwizard/importmapping.h"

#include <QFileInfo>
#include <algorithm>

namespace duedesk {

using namespace Qt::StringLiterals;

Result<ImportFlow::File> lookAtFile(const Book& book, const QString& path)
{
    ImportFlow::File f;
    if (Result<Detection> d = detect(book, path, {})) {
        f.detection = std::move(*d);
        f.kind = f.detection.layout.kind;
        for (const Detection::Column& c : f.detection.columns)
            f.targets.append(c.target);
        return f;
    }
    Result<Detection> seen = peek(path, {});
    if (!seen)
        return std::unexpected<Error>(seen.error());
    f.detection = std::move(*seen);
    f.known = false;
    f.mapped = true;
    // The kind that knows most of the headings is proposed.
    std::ptrdiff_t best = -1;
    for (int k = 0; k < fileKindCount; ++k) {
        ImportFlow::File guess = f;
        guess.kind = FileKind(k);
        proposeTargets(guess);
        const std::ptrdiff_t fed =
            std::count_if(guess.targets.begin(), guess.targets.end(), [](const QString& t) { return !t.isEmpty(); });
        if (fed > best || (fed == best && FileKind(k) == FileKind::Invoices)) {
            best = fed;
            f.kind = guess.kind;
            f.targets = guess.targets;
        }
    }
    return f;
}

void proposeTargets(ImportFlow::File& file)
{
    file.targets.clear();
    for (const Detection::Column& c : file.detection.columns) {
        const FieldSpec* spec = specByHeading(file.kind, c.heading);
        const QString target = spec ? QString::fromLatin1(spec->heading) : QString();
        file.targets.append(file.targets.contains(target) ? QString() : target);
    }
}

QStringList requiredTargetsMissing(const ImportFlow::File& file)
{
    QStringList missing;
    for (const FieldSpec& spec : fieldsOf(file.kind))
        if (const QString heading = QString::fromLatin1(spec.heading); spec.required && !file.targets.contains(heading))
            missing.append(heading);
    return missing;
}

QStringList targetsOf(FileKind kind)
{
    QStringList all;
    for (const FieldSpec& spec : fieldsOf(kind))
        all.append(QString::fromLatin1(spec.heading));
    return all;
}

void addMapping(const Book& book, const ImportFlow::File& file, ChangeSet& to)
{
    const FileLayout& l = file.detection.layout;
    Mapping m;
    m.kind = file.kind;
    m.delimiter = l.delimiter;
    m.encoding = l.encoding;
    for (qsizetype i = 0; i < file.targets.size(); ++i)
        if (!file.targets[i].isEmpty())
            m.columns[file.targets[i]] = file.detection.columns[std::size_t(i)].heading;
    MappingProfile p;
    p.name = QFileInfo(l.path).completeBaseName();
    p.signature = headingSignature(l.headings);
    p.json = m.toJson();
    const MappingProfile* known = nullptr;
    book.rows<MappingProfile>().forEach([&](std::uint32_t, const MappingProfile& other) {
        if (other.signature == p.signature)
            known = &other;
    });
    if (known) {
        p.id = known->id;
        to.change(*known, p);
    } else {
        for (std::uint32_t row = 0; row < book.rows<MappingProfile>().size(); ++row)
            p.id = std::max(p.id, book.rows<MappingProfile>()[row].id);
        p.id.value += 1 + std::int64_t(to.of<MappingProfile>().size());
        to.insert(p);
    }
}

void keepMappings(const ChangeSet& mappings, IdSource& ids, ChangeSet& staged)
{
    for (const RowChange<MappingProfile>& ours : mappings.of<MappingProfile>()) {
        auto& list = staged.of<MappingProfile>();
        const auto same =
            std::find_if(list.begin(), list.end(), [&](const auto& c) { return c.after.id == ours.after.id; });
        const auto kept = same == list.end() ? list.insert(same, ours) : same;
        kept->before = ours.before; // what stands in the real book
        if (!kept->before)
            kept->after.id = ProfileId(ids.next(Table::MappingProfile));
    }
}

} // namespace duedesk
