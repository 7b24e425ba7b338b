// SPDX-License-Identifier: GPL-3.0-or-later
// One direction of a Gaussian. Each bilinear read stands for two pixels on either side.
#define READS_MAX 24
uniform sampler2D uTexture;
uniform vec2 uStep;  // one pixel along the direction, in uv
uniform int uReads;
uniform float uOffset[READS_MAX];
uniform float uWeight[READS_MAX];

in vec2 v_uv;

void main() {
    vec4 sum = uWeight[0] * texture(uTexture, v_uv);
    for (int i = 1; i < READS_MAX; ++i) {
        if (i >= uReads) break;
        sum += uWeight[i] * (texture(uTexture, v_uv + uStep * uOffset[i]) +
                             texture(uTexture, v_uv - uStep * uOffset[i]));
    }
    out_color = sum;
}
