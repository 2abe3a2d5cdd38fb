// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <string_view>

namespace paceline::events {

/// The bytes of a growing file from the first one that is still needed. What is fed is only looked at, until hold()
/// copies what could not be used yet.
class ByteQueue
{
public:
    /// The bytes must stay until hold().
    void feed(QByteArrayView bytes)
    {
        if (m_held.isEmpty()) {
            m_view = std::string_view(bytes.data(), std::size_t(bytes.size()));
            return;
        }
        m_held.append(bytes);
        m_view = std::string_view(m_held.constData(), std::size_t(m_held.size()));
    }
    std::string_view rest() const { return m_view; }
    /// Of the first byte of rest(), in the file.
    qint64 offset() const { return m_offset; }
    void drop(std::size_t count)
    {
        m_view.remove_prefix(count);
        m_offset += qint64(count);
    }
    void hold()
    {
        if (m_view.empty())
            m_held.clear();
        else if (m_held.isEmpty())
            m_held = QByteArray(m_view.data(), qsizetype(m_view.size()));
        else
            m_held.remove(0, m_held.size() - qsizetype(m_view.size()));
        m_view = std::string_view(m_held.constData(), std::size_t(m_held.size()));
    }

private:
    QByteArray m_held;
    std::string_view m_view;
    qint64 m_offset = 0;
};

} // namespace paceline::events
