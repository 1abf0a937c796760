// libpng's simplified interface needs no setjmp; its format constants are macros of macros.
#pragma once
#include <png.h>

static const png_uint_32 CP_FORMAT_RGBA = PNG_FORMAT_RGBA;
