// Made-up names of companies and people for practice books. None is meant to be a real one.
#pragma once
#include "core/practice/rng.h"

#include <string>

namespace duedesk {

std::string companyName(Rng& rng, int index); // distinct for distinct indexes
std::string personName(Rng& rng);
std::string slug(const std::string& name);     // "orion-clinics" for addresses

} // namespace duedesk
