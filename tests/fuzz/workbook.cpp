#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    duedesk::fuzz::workbook(data, size);
    return 0;
}
