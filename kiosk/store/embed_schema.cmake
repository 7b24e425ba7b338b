# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFILES=a.sql;b.sql -DNAME=name -DHEADER=x.h -DOUTPUT=x.cpp -P embed_schema.cmake: the files, in
# the order of their names, as store::NAME_schema(), which the header declares.
list(SORT FILES)
set(source "// Generated from data/schema/${NAME}.\n#include \"${HEADER}\"\n\n")
string(APPEND source "namespace wenlan::store {\n\nnamespace {\n\n")
string(APPEND source "constexpr std::string_view files[] = {\n")
foreach(file ${FILES})
  file(READ ${file} sql)
  string(APPEND source "    R\"sql(${sql})sql\",\n")
endforeach()
string(APPEND source "};\n\n}  // namespace\n\n")
string(APPEND source "std::span<const std::string_view> ${NAME}_schema() { return files; }\n\n")
string(APPEND source "}  // namespace wenlan::store\n")
file(WRITE ${OUTPUT} "${source}")
