// SPDX-License-Identifier: GPL-3.0-or-later
#include "gfx/backdrop.h"

#include <algorithm>
#include <cmath>

namespace wenlan::gfx {

namespace {
// A wide blur is as good at an eighth of the size and costs a quarter of the time.
int shrink_factor(float sigma_px) { return sigma_px >= 12 ? 8 : 4; }

constexpr float reach_sigmas = 3;

// Not in the window's byte order: Mesa 22's software rasteriser has a short cut for drawing one
// such texture onto another that multiplies wrongly with the vertices' colours.
GlContext without_bgra(GlContext context) {
    context.bgra_targets = false;
    return context;
}
}  // namespace

BlurReads blur_reads(float sigma) {
    BlurReads reads;
    const auto weight_at = [sigma](int pixel) {
        const auto distance = static_cast<float>(pixel);
        return std::exp(-distance * distance / (2 * sigma * sigma));
    };
    const int reach =
        std::min(static_cast<int>(std::ceil(sigma * reach_sigmas)), 2 * (BlurReads::max - 1));
    float sum = 1;
    reads.reads[0].weight = 1;
    for (int pixel = 1; pixel <= reach; pixel += 2) {
        const float near = weight_at(pixel);
        const float far = pixel < reach ? weight_at(pixel + 1) : 0.0F;
        const float both = near + far;
        if (both <= 0) break;
        const auto at = static_cast<std::size_t>(reads.count++);
        reads.reads[at] = {static_cast<float>(pixel) + far / both, both};
        sum += 2 * (near + far);
    }
    for (BlurReads::Read& read : reads.reads) read.weight /= sum;
    return reads;
}

Backdrop::Backdrop(TextureTable& table, const Shaders& shaders, const GlContext& context)
    : table_(table),
      shaders_(shaders),
      array_(make_vertex_array()),
      copy_(without_bgra(context)),
      small_{Layer(without_bgra(context)), Layer(without_bgra(context))} {}

Backdrop::~Backdrop() {
    table_.remove(copy_.texture);
    for (const Layer& layer : small_) table_.remove(layer.texture);
}

void Backdrop::capture(const FrameTarget& frame) {
    if (frame.empty()) return;
    resize(copy_, frame.size());
    frame.copy_to(copy_.target);
    table_.touch(copy_.texture);
    sigma_px_ = -1;
}

Texture Backdrop::blurred(float sigma_px) {
    if (copy_.texture == 0) return 0;
    if (sigma_px_ == sigma_px) return small_[0].texture;
    const Size size = copy_.target.size();
    const int factor = shrink_factor(sigma_px);
    const Size small{std::max(1, (size.width + factor - 1) / factor),
                     std::max(1, (size.height + factor - 1) / factor)};
    for (Layer& layer : small_) resize(layer, small);
    glDisable(GL_BLEND);
    glActiveTexture(GL_TEXTURE0);
    glBindVertexArray(array_.get());
    shrink(factor);
    const float sigma = std::max(sigma_px / static_cast<float>(factor), 0.1F);
    blur(small_[0], small_[1], sigma, 1.0F / static_cast<float>(small.width), 0);
    blur(small_[1], small_[0], sigma, 0, 1.0F / static_cast<float>(small.height));
    glBindVertexArray(0);
    table_.touch(small_[0].texture);
    sigma_px_ = sigma_px;
    return small_[0].texture;
}

void Backdrop::resize(Layer& layer, Size size) {
    if (!layer.target.resize(size)) return;
    table_.remove(layer.texture);
    layer.texture = table_.add_borrowed(layer.target.texture(), TextureKind::picture, true);
}

void Backdrop::shrink(int factor) {
    const Size size = copy_.target.size();
    const Program& program = shaders_.get(ShaderId::shrink);
    small_[0].target.bind(small_[0].target.size());
    program.use();
    program.set("uTexture", 0);
    program.set("uTexel", 1.0F / static_cast<float>(size.width),
                1.0F / static_cast<float>(size.height));
    program.set("uReads", factor / 2);
    glBindTexture(GL_TEXTURE_2D, copy_.target.texture());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

void Backdrop::blur(const Layer& from, const Layer& to, float sigma, float step_x,
                    float step_y) const {
    const BlurReads reads = blur_reads(sigma);
    const Program& program = shaders_.get(ShaderId::blur);
    to.target.bind(to.target.size());
    program.use();
    program.set("uTexture", 0);
    program.set("uStep", step_x, step_y);
    program.set("uReads", reads.count);
    program.set("uRead", &reads.reads[0].offset, BlurReads::max);
    glBindTexture(GL_TEXTURE_2D, from.target.texture());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace wenlan::gfx
