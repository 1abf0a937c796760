#pragma once
#include <pocketsphinx.h>
// Its functions say nothing when there is no file for their log.
#include <sphinxbase/err.h>
