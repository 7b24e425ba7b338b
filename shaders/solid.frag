// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes: no texture is read, which halves the cost of a filled pixel without a GPU.
in vec4 v_color;

void main() { out_color = v_color; }
