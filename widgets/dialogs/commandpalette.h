// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <vector>

class QLineEdit;
class QListView;

namespace paceline {

class PaletteModel;

/// Something that can be gone to or done. key is the caller's own and comes back when it is chosen.
struct PaletteEntry
{
    enum class Kind { Action, Job, Node, Cluster };
    Kind kind = Kind::Action;
    QString key;
    QString title; ///< made safe to show
    QString note;  ///< on the right: keys, or job number and user
};

/// Finds jobs, nodes, clusters and actions by a few letters (Ctrl+K). Never blocks; one chosen() when something was
/// chosen.
class CommandPalette : public QDialog
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *parent = nullptr);

    void setEntries(std::vector<PaletteEntry> entries);
    void setSearchText(const QString &text);
    /// Opens it at the top of its parent.
    void popup();
    int listedEntries() const;

signals:
    void chosen(paceline::PaletteEntry::Kind kind, const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();

    QLineEdit *m_search;
    QListView *m_list;
    PaletteModel *m_model;
};

/// How well text fits a search: every word must occur; -1 where one does not. Starts of words and of the text count
/// more.
int paletteScore(const QString &text, const QStringList &words);

} // namespace paceline
