// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QLineEdit;
class QListWidget;

namespace paceline {

/// One line of the help: keys or a word, and what they do. section groups lines under a title.
struct HelpEntry
{
    QString section, keys, text;
};

/// Keys and terms of the window with a search, laid over its parent until Esc or a click beside it.
class HelpOverlay : public QWidget
{
    Q_OBJECT
public:
    explicit HelpOverlay(QWidget *parent);

    /// The entries that hold everywhere; a caller may add its own.
    static std::vector<HelpEntry> commonEntries();
    void setEntries(std::vector<HelpEntry> entries);
    void open();
    void setSearchText(const QString &text);
    int listedEntries() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void list(const QString &search);

    QWidget *m_card;
    QLineEdit *m_search;
    QListWidget *m_list;
    std::vector<HelpEntry> m_entries;
    int m_listed = 0;
};

} // namespace paceline
