// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/store/snapshot.h"
#include "widgets/pages/card.h"

#include <memory>
#include <vector>

class QLineEdit;
class QScrollArea;

namespace paceline {

/// The files that a job's curves are read from: what each is, how far it was read, how it was found; and a line to add
/// another one. GUI thread.
class FilesPanel : public Card
{
    Q_OBJECT
public:
    explicit FilesPanel(QWidget *parent = nullptr);

    /// Null: nothing is known of the job so far.
    void setSnapshot(std::shared_ptr<const JobSnapshot> snapshot);
    QLineEdit *pathField() const { return m_path; }

signals:
    /// A file or folder on the cluster, as the user wrote it.
    void addRequested(const QString &path);
    void readRequested(const QString &path, bool isRead);
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Row
    {
        QString name, path, facts, state;
        bool hasButton = false, isRead = true;
        friend bool operator==(const Row &, const Row &) = default;
    };
    static Row rowOf(const RunFileState &state);
    static Row rowOf(const LogText &log, const Run *run);
    void add();
    void refresh();
    void rebuild();
    QWidget *widgetOf(const Row &row);

    std::shared_ptr<const JobSnapshot> m_snapshot;
    std::vector<Row> m_rows;
    QScrollArea *m_area;
    QLineEdit *m_path;
};

/// How far a file was read, or why it is not, in a few words; and why it is taken for one of the job.
QString runFileStateText(const RunFile &file);
QString runFileReasonText(RunFile::Reason reason);

} // namespace paceline
