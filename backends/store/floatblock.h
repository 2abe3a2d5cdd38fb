// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace paceline {

/// Room for many floats, all 0 at first. A large one is pages of its own: blocks that live for hours between
/// short-lived ones would otherwise leave holes in the heap, a tenth of a large job's counters.
class FloatBlock
{
public:
    explicit FloatBlock(std::size_t count);
    ~FloatBlock();
    FloatBlock(const FloatBlock &) = delete;
    FloatBlock &operator=(const FloatBlock &) = delete;

    float *data() { return m_data; }
    const float *data() const { return m_data; }

private:
    std::size_t m_bytes;
    float *m_data;
};

} // namespace paceline
