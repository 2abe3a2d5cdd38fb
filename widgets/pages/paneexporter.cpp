// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/paneexporter.h"

#include <QDir>
#include <QRegularExpression>

namespace paceline {

PaneExporter::PaneExporter(QObject *parent)
    : QObject(parent)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &PaneExporter::next);
}

void PaneExporter::start(const QString &folder, PlotPane::Format format, std::vector<Item> items)
{
    m_folder = folder;
    m_format = format;
    m_items = std::move(items);
    m_at = 0;
    m_written = 0;
    m_error.clear();
    m_turn.start();
}

QString PaneExporter::pathOf(const QString &name) const
{
    static const QRegularExpression kUnsafe(QStringLiteral("[^A-Za-z0-9_.-]+"));
    static const char *const kSuffixes[] = {"png", "svg", "pdf", "csv"};
    QString safe = name;
    safe.replace(kUnsafe, QStringLiteral("_"));
    while (safe.startsWith(QLatin1Char('.')))
        safe.remove(0, 1);
    // Names that differ only in what is not safe must not share a file.
    if (safe != name || safe.isEmpty())
        safe += QStringLiteral("-%1").arg(m_at + 1);
    return QDir(m_folder).filePath(safe + QLatin1Char('.') + QLatin1String(kSuffixes[int(m_format)]));
}

void PaneExporter::next()
{
    if (m_at < m_items.size()) {
        const Item &item = m_items[m_at];
        QString error;
        if (item.pane && item.pane->save(pathOf(item.name), m_format, &error))
            ++m_written;
        else if (item.pane && m_error.isEmpty())
            m_error = tr("%1 could not be written: %2").arg(pathOf(item.name), error);
        ++m_at;
        return;
    }
    m_turn.stop();
    const QString written = tr("%n file(s) written to %1", nullptr, m_written).arg(m_folder);
    emit done(m_error.isEmpty() ? written : m_error);
}

} // namespace paceline
