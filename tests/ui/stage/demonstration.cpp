// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/demonstration.h"

#include "store/demonstration.h"
#include "store/publication.h"
#include "store/publish.h"
#include "text/tone_table.h"

namespace wenlan::test {

namespace {

const std::filesystem::path demo = std::filesystem::path(WENLAN_SOURCE_DIR) / "data" / "demo";

base::Instant instant(std::string_view time) {
    return base::parse_iso8601(time, base::Zone::shanghai()).value();
}

// Search knows how characters are read; names without English stay as they are.
class CharacterReadings final : public domain::Readings {
public:
    std::string pinyin(std::string_view text) const override { return std::string(text); }
    std::string keys(char32_t character) const override {
        return std::string(table_.readings(character));
    }

private:
    text::ToneTable table_;
};

const domain::Readings& readings() {
    static const CharacterReadings made;
    return made;
}

}  // namespace

Demonstration::Demonstration(std::string_view time) : time_(instant(time)) {
    store::lay_out_demonstration(disk_, {folder_.path()}, demo, time_).value();
}

void Demonstration::edit(const std::function<void(store::Programme&)>& change) {
    const store::DataFolder folder{folder_.path()};
    const auto publication = store::Publication::open(disk_, folder).value();
    store::Programme programme = publication->programme().value();
    change(programme);
    publication->put(programme).value();
    store::publish(*publication, disk_, folder, time_).value();
}

Demonstration::Kiosk::Kiosk(Demonstration& demonstration, model::VisitSettings settings,
                            base::Instant time)
    : clock_(time),
      station_(clock_, demonstration.disk_, demonstration.folder_.path(), demo, settings,
               &readings()) {
    while (station_.busy()) station_.tick();
}

Visitor::Station Demonstration::Kiosk::link() {
    return {.view =
                [this] {
                    auto view = station_.view();
                    return veil ? veil(std::move(view)) : view;
                },
            .ask = [this](const model::NumberedIntent& intent) { station_.handle(intent); }};
}

void Demonstration::Kiosk::ask(model::Intent intent) {
    station_.handle({++asked_, std::move(intent)});
}

std::unique_ptr<Demonstration::Kiosk> Demonstration::kiosk(model::VisitSettings settings) {
    return std::make_unique<Kiosk>(*this, settings, time_);
}

std::unique_ptr<Demonstration::Kiosk> Demonstration::kiosk_at(std::string_view time,
                                                              model::VisitSettings settings) {
    return std::make_unique<Kiosk>(*this, settings, instant(time));
}

}  // namespace wenlan::test
