#pragma once
#include <HTS_engine.h>
