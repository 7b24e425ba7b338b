// SPDX-License-Identifier: GPL-3.0-or-later
// One direction of a Gaussian. Each bilinear read stands for two pixels on either side.
#define READS_MAX 16
uniform sampler2D uTexture;
uniform vec2 uStep;  // one pixel along the direction, in uv
uniform int uReads;
uniform vec2 uRead[READS_MAX];  // offset in pixels, weight

in vec2 v_uv;

void main() {
    vec4 sum = uRead[0].y * texture(uTexture, v_uv);
    for (int i = 1; i < uReads; ++i) {
        vec2 step = uStep * uRead[i].x;
        sum += uRead[i].y * (texture(uTexture, v_uv + step) + texture(uTexture, v_uv - step));
    }
    out_color = sum;
}
