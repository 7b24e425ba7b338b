// SPDX-License-Identifier: GPL-3.0-or-later
// A quarter or an eighth of the size: each bilinear read takes the mean of 2 x 2 pixels.
uniform sampler2D uTexture;
uniform vec2 uTexel;  // size of a source pixel in uv
uniform int uReads;   // along each side: 2 or 4

in vec2 v_uv;

void main() {
    vec4 sum = vec4(0.0);
    float first = 1.0 - float(uReads);
    for (int y = 0; y < uReads; ++y) {
        for (int x = 0; x < uReads; ++x) {
            vec2 pixel = vec2(first + 2.0 * float(x), first + 2.0 * float(y));
            sum += texture(uTexture, v_uv + uTexel * pixel);
        }
    }
    out_color = sum / float(uReads * uReads);
}
