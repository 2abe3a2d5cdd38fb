// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <algorithm>
#include <string_view>

namespace paceline::events {

/// The bytes of a growing file from the first one that is still needed. What is fed is only looked at; copied is what
/// could not be used yet, and as much of what follows as completes it.
class ByteQueue
{
public:
    /// offset: of the first byte that will be fed, in the file.
    explicit ByteQueue(qint64 offset = 0)
        : m_offset(offset)
    {
    }
    /// The bytes must stay until hold().
    void feed(QByteArrayView bytes)
    {
        m_later = std::string_view(bytes.data(), std::size_t(bytes.size()));
        m_joined = 0;
        (void)more();
    }
    std::string_view rest() const { return m_view; }
    /// Of the first byte of rest(), in the file.
    qint64 offset() const { return m_offset; }
    void drop(std::size_t count)
    {
        m_view.remove_prefix(count);
        m_offset += qint64(count);
    }
    /// Makes rest() longer; false when all that was fed is in it.
    bool more()
    {
        if (m_later.empty())
            return false;
        if (m_view.size() <= m_joined) {
            // What is left stands in the fed bytes, before those that come later.
            m_view = std::string_view(m_later.data() - m_view.size(), m_view.size() + m_later.size());
            m_held.clear();
            m_later = {};
            return true;
        }
        const std::size_t size = std::min(std::max(kJoin, m_view.size()), m_later.size());
        m_held.append(m_later.data(), qsizetype(size));
        m_view = std::string_view(m_held.constData(), std::size_t(m_held.size())).substr(heldFront(size));
        m_later.remove_prefix(size);
        m_joined += size;
        return true;
    }
    /// Once more() has no more: keeps what is left.
    void hold()
    {
        if (m_held.isEmpty())
            m_held = QByteArray(m_view.data(), qsizetype(m_view.size()));
        else
            m_held.remove(0, m_held.size() - qsizetype(m_view.size()));
        m_view = std::string_view(m_held.constData(), std::size_t(m_held.size()));
    }

private:
    static constexpr std::size_t kJoin = 4096;

    /// Bytes of m_held that are used already, after so many were appended.
    std::size_t heldFront(std::size_t appended) const { return std::size_t(m_held.size()) - appended - m_view.size(); }

    QByteArray m_held;
    std::string_view m_view;  ///< into m_held, or into what was fed
    std::string_view m_later; ///< fed, and not in m_view
    std::size_t m_joined = 0; ///< bytes at the end of m_held that stand before m_later, too
    qint64 m_offset = 0;
};

} // namespace paceline::events
