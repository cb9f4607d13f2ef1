// One entry per parser for any bytes at all: libFuzzer feeds them, and so does the replay of the kept corpus.
// A broken promise ends the program; returning means that the bytes were handled.
#pragma once
#include <cstddef>
#include <cstdint>

namespace duedesk::fuzz {

void csv(const std::uint8_t* data, std::size_t size);
void amount(const std::uint8_t* data, std::size_t size);
void date(const std::uint8_t* data, std::size_t size);
void mime(const std::uint8_t* data, std::size_t size);

} // namespace duedesk::fuzz
