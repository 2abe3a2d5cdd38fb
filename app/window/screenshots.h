// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <functional>
#include <vector>

class QApplication;

namespace paceline {

class MainWindow;

/// Writes pictures of every page, light and dark, small and large, once there is something to see. For packaging/run
/// without a display, for documents, and for the eyes of whoever changes a page.
class Screenshots : public QObject
{
    Q_OBJECT
public:
    Screenshots(QApplication &app, MainWindow &window, QString folder);

    void start();

signals:
    /// 0 when every picture was written.
    void finished(int status);

private:
    struct Shot
    {
        QString name;
        std::function<void()> prepare;
    };
    bool isReady() const;
    void waitForData();
    void plan();
    void next();
    void write(const QString &name);
    void openBestJob();

    QApplication &m_app;
    MainWindow &m_window;
    QString m_folder;
    QTimer m_timer;
    std::vector<Shot> m_shots;
    std::size_t m_at = 0;
    int m_waitedMs = 0;
    int m_failures = 0;
};

} // namespace paceline
