// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/store/floatblock.h"

#include <new>
#include <sys/mman.h>

namespace paceline {

static constexpr std::size_t kOwnPages = 128 << 10;

FloatBlock::FloatBlock(std::size_t count)
    : m_bytes(count * sizeof(float))
{
    if (m_bytes < kOwnPages) {
        m_data = new float[count]();
        return;
    }
    void *pages = mmap(nullptr, m_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        throw std::bad_alloc();
    m_data = static_cast<float *>(pages);
}

FloatBlock::~FloatBlock()
{
    if (m_bytes < kOwnPages)
        delete[] m_data;
    else
        munmap(m_data, m_bytes);
}

} // namespace paceline
