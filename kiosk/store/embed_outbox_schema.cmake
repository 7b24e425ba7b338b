# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFILES=a.sql;b.sql -DOUTPUT=x.cpp -P embed_schema.cmake: the files, in the order of their names,
# as store::outbox_schema().
list(SORT FILES)
set(source "// Generated from data/schema/outbox.\n#include \"store/outbox.h\"\n\n")
string(APPEND source "namespace wenlan::store {\n\nnamespace {\n\n")
string(APPEND source "constexpr std::string_view files[] = {\n")
foreach(file ${FILES})
  file(READ ${file} sql)
  string(APPEND source "    R\"sql(${sql})sql\",\n")
endforeach()
string(APPEND source "};\n\n}  // namespace\n\n")
string(APPEND source "std::span<const std::string_view> outbox_schema() { return files; }\n\n")
string(APPEND source "}  // namespace wenlan::store\n")
file(WRITE ${OUTPUT} "${source}")
