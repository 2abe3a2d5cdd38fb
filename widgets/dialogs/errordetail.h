// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/core/result.h"

#include <QDialog>

namespace paceline {

/// One error in full: what happened, what to do, and what the other side printed, to copy. Never blocks; deletes itself
/// when closed.
class ErrorDetail : public QDialog
{
    Q_OBJECT
public:
    /// host: as the user named it; may be empty.
    ErrorDetail(const Error &error, const QString &host, QWidget *parent = nullptr);

    QString text() const { return m_text; }

signals:
    void copyRequested(const QString &text);

private:
    QString m_text;
};

} // namespace paceline
