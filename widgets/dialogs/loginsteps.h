// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/login.h"

#include <QWidget>

namespace paceline {

/// The steps of a login with their marks: done, under way, failed, still to come. Drawn as one small list.
class LoginSteps : public QWidget
{
    Q_OBJECT
public:
    explicit LoginSteps(QWidget *parent = nullptr);

    void setProgress(const LoginProgress &progress);
    /// The step under way did not succeed.
    void setFailed(bool failed);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    LoginProgress m_progress;
    bool m_failed = false;
};

} // namespace paceline
