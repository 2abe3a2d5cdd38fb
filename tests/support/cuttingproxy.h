// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <vector>

namespace paceline {

/// A TCP relay on 127.0.0.1 in front of one server, that can lose connections on purpose: cut after a given byte of
/// what the server sends, cut now, or fall silent (both ends stay open, nothing passes). Runs on the test's thread.
class CuttingProxy : public QObject
{
    Q_OBJECT
public:
    CuttingProxy(QString serverHost, quint16 serverPort, QObject *parent = nullptr);

    quint16 port() const { return m_server.serverPort(); }
    /// The next cuts: each number is counted in bytes from the server since the connection before it was cut (or the
    /// start).
    void cutAfter(std::vector<qint64> bytes) { m_cuts = std::move(bytes); }
    void cutNow();
    void setSilent(bool silent);

    int connections() const { return m_connections; }
    int cutsDone() const { return m_cutsDone; }
    qint64 bytesFromServer() const { return m_fromServer; }

signals:
    void cut();

private:
    struct Pair
    {
        QPointer<QTcpSocket> client, server;
    };
    void accept();
    void forward(const Pair &pair, bool fromServer);

    QString m_host;
    quint16 m_port;
    QTcpServer m_server;
    std::vector<Pair> m_pairs;
    std::vector<qint64> m_cuts;
    qint64 m_sinceCut = 0, m_fromServer = 0;
    int m_connections = 0, m_cutsDone = 0;
    bool m_silent = false;
};

} // namespace paceline
