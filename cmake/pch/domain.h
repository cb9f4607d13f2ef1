// Precompiled for what stands on the domain: the core's own, and the book with its records.
#pragma once
#include "cmake/pch/core.h"
#include "core/domain/book.h"
