// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/domain/connection.h"

#include <QDialog>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QToolButton;

namespace paceline {

class LoginSteps;

/// A host to offer. note tells what the name stands for ("alice@login01.example.org through gate"), or why it needs the
/// ssh program.
struct KnownHost
{
    enum class Origin { Recent, Config };
    QString name, note;
    Origin origin = Origin::Config;
};

/// Chooses a cluster and shows how reaching it goes: recent hosts, those of the SSH configuration, or a free entry;
/// then the steps, and a failure in words with what to do. Never blocks; the caller opens it, starts the connection,
/// and hands its states back.
class ConnectDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Pipe { Automatic, Libssh, SshProgram };

    explicit ConnectDialog(QWidget *parent = nullptr);

    void setKnownHosts(const std::vector<KnownHost> &hosts);
    void setHost(const QString &host);
    void setConfigFile(const QString &path); ///< as given with -F; shown under Advanced
    /// The state of the connection that this dialog asked for. Connected closes the dialog.
    void setConnection(const ConnectionState &state);
    /// The entry was refused before anything was tried.
    void showError(const Error &error);

    QString host() const;
    Pipe pipe() const;

signals:
    void connectRequested(const QString &host, paceline::ConnectDialog::Pipe pipe);
    void cancelRequested();
    void demoRequested();

private:
    QWidget *makeHosts();
    QWidget *makeAdvanced();
    QWidget *makeProgress();
    QWidget *makeButtons();
    void request();
    void filterHosts(const QString &text);
    void setBusy(bool busy);
    void showFailure(const Error &error);
    void grow();

    QLineEdit *m_host;
    QListWidget *m_hosts;
    QToolButton *m_advanced;
    QWidget *m_advancedPart;
    QComboBox *m_pipe;
    QLabel *m_configFile;
    LoginSteps *m_steps;
    QLabel *m_failure;
    QLabel *m_hint;
    QLabel *m_evidence;
    QPushButton *m_connect;
    QPushButton *m_cancel;
    QPushButton *m_demo;
    bool m_isBusy = false;
};

} // namespace paceline
