// SPDX-License-Identifier: GPL-3.0-or-later
// A quarter of the size: four bilinear reads take the mean of 4 x 4 pixels.
uniform sampler2D uTexture;
uniform vec2 uTexel;  // size of a source pixel in uv

in vec2 v_uv;

void main() {
    out_color = 0.25 * (texture(uTexture, v_uv + uTexel * vec2(-1.0, -1.0)) +
                        texture(uTexture, v_uv + uTexel * vec2(1.0, -1.0)) +
                        texture(uTexture, v_uv + uTexel * vec2(-1.0, 1.0)) +
                        texture(uTexture, v_uv + uTexel * vec2(1.0, 1.0)));
}
