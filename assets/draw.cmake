# SPDX-License-Identifier: GPL-3.0-or-later
# Draws one SVG file as a PNG: cmake -DRSVG= -DSVG= -DPNG= -DWIDTH= -DHEIGHT= [-DSTROKE=] -P draw.cmake
cmake_minimum_required(VERSION 3.25)

file(READ ${SVG} drawing)

# The posters' small red chop mark: it must not be half visible where a picture is cut.
string(REGEX REPLACE
       "<g transform=\"translate\\([0-9.]+,[0-9.]+\\)\" opacity=\"[.]92\"><rect x=\"0\" y=\"0\" width=\"[0-9.]+\" height=\"[0-9.]+\" fill=\"#C23B2A\" rx=\"6\"/><path d=\"[^\"]*\" fill=\"#F8F2E6\" */><rect [^>]*fill=\"#F8F2E6\" */></g>"
       "" drawing "${drawing}")
if(DEFINED STROKE)
  string(REGEX REPLACE "stroke-width=\"[0-9.]+\"" "stroke-width=\"${STROKE}\"" drawing "${drawing}")
endif()

get_filename_component(folder ${PNG} DIRECTORY)
file(MAKE_DIRECTORY ${folder})
set(plain ${PNG}.svg)
file(WRITE ${plain} "${drawing}")
execute_process(COMMAND ${RSVG} --width=${WIDTH} --height=${HEIGHT} --output=${PNG} ${plain}
                COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE ${plain})
