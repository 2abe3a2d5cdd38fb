// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cuttingproxy.h"

#include <QHostAddress>

namespace paceline {

CuttingProxy::CuttingProxy(QString serverHost, quint16 serverPort, QObject *parent)
    : QObject(parent)
    , m_host(std::move(serverHost))
    , m_port(serverPort)
    , m_server(this)
{
    connect(&m_server, &QTcpServer::newConnection, this, &CuttingProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
}

void CuttingProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        ++m_connections;
        auto *server = new QTcpSocket(this);
        client->setParent(this);
        const Pair pair{client, server};
        m_pairs.push_back(pair);
        connect(client, &QTcpSocket::readyRead, this, [this, pair] { forward(pair, false); });
        connect(server, &QTcpSocket::readyRead, this, [this, pair] { forward(pair, true); });
        connect(server, &QTcpSocket::connected, this, [this, pair] { forward(pair, false); });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        server->connectToHost(m_host, m_port);
    }
}

void CuttingProxy::forward(const Pair &pair, bool fromServer)
{
    if (m_silent || !pair.client || !pair.server || pair.server->state() != QTcpSocket::ConnectedState)
        return;
    if (!fromServer) {
        pair.server->write(pair.client->readAll());
        return;
    }
    QByteArray bytes = pair.server->readAll();
    const bool reached = !m_cuts.empty() && m_sinceCut + bytes.size() >= m_cuts.front();
    if (reached)
        bytes.truncate(m_cuts.front() - m_sinceCut);
    m_sinceCut += bytes.size();
    m_fromServer += bytes.size();
    pair.client->write(bytes);
    pair.client->flush();
    if (reached) {
        m_cuts.erase(m_cuts.begin());
        cutNow();
    }
}

void CuttingProxy::cutNow()
{
    m_sinceCut = 0;
    ++m_cutsDone;
    for (const Pair &pair : m_pairs) {
        if (pair.server)
            pair.server->abort();
        if (pair.client)
            pair.client->disconnectFromHost(); // what was written before the cut still arrives
    }
    m_pairs.clear();
    emit cut();
}

void CuttingProxy::setSilent(bool silent)
{
    m_silent = silent;
    if (silent)
        return;
    const auto pairs = m_pairs;
    for (const Pair &pair : pairs) {
        forward(pair, true);
        forward(pair, false);
    }
}

} // namespace paceline
