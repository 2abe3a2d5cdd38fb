// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace paceline {

/// Reads the data types of RFC 4251 section 5 from bytes that may lie: past the end everything is zero or empty and
/// ok() false.
class SshWireReader
{
public:
    explicit SshWireReader(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    quint8 byte() { return take(1) ? quint8(m_bytes[m_at - 1]) : quint8(0); }
    quint32 uint32() { return take(4) ? qFromBigEndian<quint32>(m_bytes.constData() + m_at - 4) : 0; }
    quint64 uint64() { return take(8) ? qFromBigEndian<quint64>(m_bytes.constData() + m_at - 8) : 0; }
    QByteArray string()
    {
        const qsizetype size = qsizetype(uint32());
        return take(size) ? m_bytes.mid(m_at - size, size) : QByteArray();
    }
    qsizetype position() const { return m_at; }
    bool ok() const { return m_ok; }

private:
    bool take(qsizetype size)
    {
        m_ok = m_ok && size <= m_bytes.size() - m_at;
        if (m_ok)
            m_at += size;
        return m_ok;
    }

    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
};

inline QByteArray sshWireUint32(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

inline QByteArray sshWireString(const QByteArray &bytes)
{
    return sshWireUint32(quint32(bytes.size())) + bytes;
}

} // namespace paceline
