// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/logpattern.h"

#include <QDialog>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace paceline {

/// All patterns of the user: on or off, changed, deleted, brought in from a file and given away. Shows what it is
/// given and emits intents; deletes itself when closed. GUI thread.
class PatternList : public QDialog
{
    Q_OBJECT
public:
    explicit PatternList(QWidget *parent = nullptr);

    void setPatterns(std::vector<LogPattern> patterns);
    /// What became of an import or export; isBad: it failed.
    void showNote(const QString &note, bool isBad);
    void select(int index);

signals:
    /// One was switched, deleted or brought back: all of them now.
    void changed(const std::vector<paceline::LogPattern> &patterns);
    void editRequested(int index);
    void importRequested();
    void exportRequested(int index);

private:
    QWidget *makeButtons();
    void show(int current);
    void updateButtons();
    void removeCurrent();
    int current() const;

    std::vector<LogPattern> m_patterns, m_before;
    QListWidget *m_list;
    QLabel *m_shape, *m_note;
    QPushButton *m_edit, *m_delete, *m_export, *m_undo;
    bool m_isShowing = false;
};

} // namespace paceline
