// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <memory>
#include <string>

#include "catch.h"
#include "pictures/gallery.h"
#include "ui/i18n/strings.h"
#include "ui/stage/demonstration.h"
#include "ui/stage/staff_sample.h"
#include "ui/stage/visitor.h"

using namespace wenlan;
using base::Language;

namespace {

gfx::Folders folders_of_the_tree() {
    const std::filesystem::path source = WENLAN_SOURCE_DIR;
    const std::filesystem::path binary = WENLAN_BINARY_DIR;
    return {source / "shaders",
            {binary / "assets/posters"},
            binary / "assets/icons",
            source / "assets/stills"};
}

// What staff see in one mode, picture after picture.
class StaffGallery {
public:
    StaffGallery(gfx::Size size, model::VisitSettings settings)
        : language_(settings.language),
          typesetter_(text::Typesetter::create(text::FontFiles::debian()).value()),
          window_(gfx::Window::surfaceless(size).value()),
          graphics_(gfx::Graphics::create(folders_of_the_tree(), *typesetter_).value()),
          kiosk_(demonstration_.kiosk(settings)),
          visitor_(*typesetter_, *graphics_, size, kiosk_->link()) {
        visitor_.settle();
        tap(ui::Key::attract_touch);
        const std::string& centre = kiosk_->view()->header->centre.in(language_);
        REQUIRE(test::press_seal(visitor_, centre));
    }
    void show(const std::string& name, const model::StaffPage& page) {
        kiosk_->veil = [page](std::shared_ptr<const model::View> view) {
            auto changed = std::make_shared<model::View>(*view);
            changed->staff = std::make_shared<const model::StaffPage>(page);
            return std::shared_ptr<const model::View>(std::move(changed));
        };
        visitor_.settle();
        for (int i = 0; i < 3; ++i) visitor_.frame(base::Duration{20});
        const test::Judgement judgement = test::judge(name, graphics_->read_frame());
        using test::Verdict;
        if (judgement.verdict == Verdict::missing || judgement.verdict == Verdict::differs)
            FAIL_CHECK(judgement.words);
        else
            SUCCEED(judgement.words);
    }
    void tap(ui::Key key) {
        INFO("nothing is called " << ui::text(key, language_));
        REQUIRE(visitor_.tap(ui::text(key, language_)));
    }

private:
    Language language_;
    test::Demonstration demonstration_;
    std::unique_ptr<text::Typesetter> typesetter_;
    std::unique_ptr<gfx::Window> window_;
    std::unique_ptr<gfx::Graphics> graphics_;
    std::unique_ptr<test::Demonstration::Kiosk> kiosk_;
    test::Visitor visitor_;
};

model::StaffPage locked_gate() {
    model::StaffPage page;
    page.gate = model::StaffGate::wrong;
    page.tries_left = 3;
    return page;
}

}  // namespace

TEST_CASE("The staff's panel looks as it was approved") {
    {
        StaffGallery gallery({1080, 1920}, {});
        gallery.show("19-staff-code", locked_gate());
        gallery.show("19-staff", test::staff_well());
        gallery.show("19-staff-troubles", test::staff_with_troubles());
    }
    {
        StaffGallery gallery({1920, 1080}, {});
        gallery.show("19-staff-landscape", test::staff_with_troubles());
        gallery.tap(ui::Key::staff_do_office);
        gallery.show("19-office-landscape", test::staff_with_troubles());
    }
    StaffGallery gallery({1080, 1920}, {Language::en, true, true});
    gallery.show("19-staff-english-large-contrast", test::staff_with_troubles());
}
