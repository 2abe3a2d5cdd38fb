// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/logtext.h"

#include <QWidget>
#include <memory>

class QLineEdit;

namespace paceline {

class FlatButton;
class LogView;

/// The log of a job in its frame: name and state of the file, search, follow. GUI thread.
class LogPane : public QWidget
{
    Q_OBJECT
public:
    explicit LogPane(QWidget *parent = nullptr);

    void setLog(std::shared_ptr<const LogText> log);
    /// Why there is no text and what to do, when there is none.
    void setMessage(const QString &message);
    /// Age in words when the text is no longer renewed; empty: fresh.
    void setStale(const QString &age);
    LogView *view() const { return m_view; }
    QString status() const { return m_status; }

public slots:
    void focusSearch();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void wireSearch();
    void layOut();
    void updateStatus();
    void showMatches(qint64 current, qint64 count, bool isDone);

    std::shared_ptr<const LogText> m_log;
    LogView *m_view;
    QLineEdit *m_search;
    FlatButton *m_previous, *m_next, *m_follow, *m_curve;
    QString m_title, m_status, m_message, m_stale, m_matches;
};

} // namespace paceline
