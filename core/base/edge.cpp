#include "core/base/edge.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

Error defect(QStringView doing, const QString& thrown)
{
    Error e;
    e.code = ErrorCode::Defect;
    e.what = u"a defect of the program stopped it while "_s + doing + u": "_s + thrown;
    e.remedy = u"what was saved is saved; please report it with these words"_s;
    return e;
}

std::atomic<bool> armed = false; // so that an edge costs nothing where no test stands
std::mutex armedMutex;
QString armedName;

} // namespace

void injectAtEdge(const QString& doing)
{
    const std::lock_guard hold(armedMutex);
    armedName = doing;
    armed = !doing.isEmpty();
}

void enterEdge(QStringView doing)
{
    if (!armed)
        return;
    const std::lock_guard hold(armedMutex);
    if (!armed || armedName != doing)
        return;
    armed = false;
    throw std::runtime_error("thrown by a test");
}

Error errorOfException(QStringView doing)
{
    try {
        throw;
    } catch (const Failure& failure) {
        return failure.error;
    } catch (const std::bad_alloc&) {
        Error e;
        e.code = ErrorCode::StorageFailed;
        e.what = u"there is not enough memory: "_s + doing;
        e.remedy = u"close other programs and try again; nothing was saved"_s;
        return e;
    } catch (const std::exception& e) {
        return defect(doing, QString::fromUtf8(e.what()));
    } catch (...) {
        return defect(doing, u"something that is no exception of ours"_s);
    }
}

} // namespace duedesk
