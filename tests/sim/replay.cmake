# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DSIM=wenlan-sim -DSEEDS=seeds.txt -P replay.cmake: each planted mistake has to be found again by
# the seed that found it first.
file(STRINGS ${SEEDS} lines REGEX "^[a-z]")
list(LENGTH lines count)
if(count LESS 20)
  message(FATAL_ERROR "only ${count} mistakes have a seed")
endif()
foreach(line ${lines})
  separate_arguments(words UNIX_COMMAND "${line}")
  list(GET words 0 bug)
  list(GET words 1 seed)
  execute_process(COMMAND ${SIM} --seed ${seed} --bug ${bug} RESULT_VARIABLE code OUTPUT_VARIABLE said)
  if(NOT code EQUAL 1)
    message(FATAL_ERROR "seed ${seed} does not find ${bug}: ${said}")
  endif()
endforeach()
