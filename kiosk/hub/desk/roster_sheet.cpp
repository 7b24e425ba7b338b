// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/desk/roster_sheet.h"

#include <array>
#include <cstdio>
#include <memory>
#include <zip.h>

#include "base/utf8.h"
#include "domain/codes.h"

namespace wenlan::hub::desk {

namespace {

std::string time_text(base::Instant instant) {
    const base::CivilTime at = base::Zone::shanghai().local(instant);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d %02d:%02d", at.date.year, at.date.month,
                  at.date.day, at.hour, at.minute);
    return text.data();
}

std::string state_text(domain::SignUpState state) {
    using enum domain::SignUpState;
    switch (state) {
        case requested:
            return "已记下";
        case confirmed:
            return "未到";
        case waitlisted:
            return "候补";
        case declined:
            return "没有报上";
        case cancelled:
            return "已取消";
        case checked_in:
            return "已到";
        case no_show:
            return "没有到场";
    }
    return {};
}

std::string source_text(domain::Source source) {
    if (source == domain::Source::phone) return "手机";
    return source == domain::Source::desk ? "社工" : "屏上";
}

std::string harmless(const std::string& text) {
    const bool formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    return formula ? "'" + text : text;
}

std::string xml_text(const std::string& text) {
    std::string safe;
    for (const char c : base::utf8::repaired(text)) {
        if (c == '&') {
            safe += "&amp;";
        } else if (c == '<') {
            safe += "&lt;";
        } else if (c == '>') {
            safe += "&gt;";
        } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
            safe += c;
        }
    }
    return safe;
}

constexpr const char* xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* office_space =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* package_space =
    "http://schemas.openxmlformats.org/package/2006/relationships";

std::string worksheet(const Sheet& sheet) {
    std::string xml = std::string(xml_head) + "<worksheet xmlns=\"" + main_space + "\"><sheetData>";
    for (std::size_t row = 0; row < sheet.size(); ++row) {
        xml += "<row r=\"" + std::to_string(row + 1) + "\">";
        for (const std::string& cell : sheet[row]) {
            xml += "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml_text(cell) +
                   "</t></is></c>";
        }
        xml += "</row>";
    }
    return xml + "</sheetData></worksheet>";
}

std::string relation(const std::string& type, const std::string& target) {
    return std::string(xml_head) + "<Relationships xmlns=\"" + package_space +
           "\"><Relationship Id=\"rId1\" Type=\"" + office_space + "/" + type + "\" Target=\"" +
           target + "\"/></Relationships>";
}

std::string content_types() {
    const std::string part = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return std::string(xml_head) +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
           "<Default Extension=\"rels\" "
           "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
           "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
           part +
           "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" +
           part + "worksheet+xml\"/></Types>";
}

std::string workbook() {
    return std::string(xml_head) + "<workbook xmlns=\"" + main_space + "\" xmlns:r=\"" +
           office_space +
           "\"><sheets><sheet name=\"名册\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
           "</workbook>";
}

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Free {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

base::Error no_workbook(const char* what) {
    return {"roster.no-workbook", "The workbook could not be made. Take the CSV instead.", what};
}

base::Result<std::string> bytes_of(zip_source_t* source) {
    zip_stat_t about;
    if (zip_source_open(source) != 0) return no_workbook("open");
    if (zip_source_stat(source, &about) != 0) return no_workbook("stat");
    std::string bytes(static_cast<std::size_t>(about.size), '\0');
    const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(bytes.size())) return no_workbook("read");
    return bytes;
}

}  // namespace

Sheet sheet_of(const std::vector<RosterEntry>& roster, Phones phones) {
    Sheet sheet;
    sheet.push_back({"序号", "取票码", "称呼", "人数", "已到", "状态", "来源", "报名时间"});
    if (phones == Phones::whole) sheet.front().push_back("电话");
    for (const RosterEntry& entry : roster) {
        const store::SignUpRow& row = entry.sign_up.row;
        const auto code = domain::read_code(row.code.empty() ? row.kiosk_code : row.code);
        std::vector<std::string>& cells = sheet.emplace_back();
        cells = {std::to_string(row.arrival), code ? code->shown() : "",   entry.name,
                 std::to_string(row.party),   std::to_string(row.present), state_text(row.state),
                 source_text(row.source),     time_text(row.arrived)};
        if (phones == Phones::whole) cells.push_back(entry.phone);
    }
    return sheet;
}

std::string csv_of(const Sheet& sheet) {
    std::string csv = "\xEF\xBB\xBF";
    for (const auto& cells : sheet) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) csv += ',';
            const std::string cell = harmless(cells[i]);
            if (cell.find_first_of(",\"\n\r") == std::string::npos) {
                csv += cell;
                continue;
            }
            csv += '"';
            for (const char c : cell) {
                if (c == '"') csv += '"';
                csv += c;
            }
            csv += '"';
        }
        csv += "\r\n";
    }
    return csv;
}

base::Result<std::string> xlsx_of(const Sheet& sheet) {
    const std::array<std::pair<const char*, std::string>, 5> files{
        {{"[Content_Types].xml", content_types()},
         {"_rels/.rels", relation("officeDocument", "xl/workbook.xml")},
         {"xl/workbook.xml", workbook()},
         {"xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")},
         {"xl/worksheets/sheet1.xml", worksheet(sheet)}}};
    zip_error_t fault;
    zip_error_init(&fault);
    const std::unique_ptr<zip_source_t, Free> buffer(
        zip_source_buffer_create(nullptr, 0, 0, &fault));
    if (!buffer) return no_workbook("memory");
    zip_source_keep(buffer.get());  // the archive lets go of it when it is closed
    std::unique_ptr<zip_t, Discard> archive(
        zip_open_from_source(buffer.get(), ZIP_TRUNCATE, &fault));
    if (!archive) {
        zip_source_free(buffer.get());
        return no_workbook(zip_error_strerror(&fault));
    }
    for (const auto& [name, text] : files) {
        zip_source_t* const part = zip_source_buffer(archive.get(), text.data(), text.size(), 0);
        if (part == nullptr || zip_file_add(archive.get(), name, part, ZIP_FL_ENC_UTF_8) < 0) {
            if (part != nullptr) zip_source_free(part);
            return no_workbook(zip_strerror(archive.get()));
        }
    }
    if (zip_close(archive.get()) != 0) return no_workbook(zip_strerror(archive.get()));
    archive.release();
    return bytes_of(buffer.get());
}

}  // namespace wenlan::hub::desk
