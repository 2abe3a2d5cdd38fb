// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/clusterpages.h"
#include "app/window/options.h"
#include "app/window/palette.h"
#include "backends/core/result.h"

#include <QMainWindow>
#include <QMap>

class QStackedWidget;

namespace paceline {

class BaselineLibrary;
class BenchmarkDesk;
class ClusterView;
class ConnectDialog;
struct KnownHost;
class HelpOverlay;
class History;
class PatternDesk;
class Settings;
class Sidebar;
class StatusBar;

/// The window: side bar, one ClusterView for each cluster, status bar, and what belongs to no page (connecting, keys,
/// palette, themes).
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// history: where runs are kept; null: nowhere. Both it and the settings outlive the window.
    MainWindow(Settings &settings, const Options &options, History *history = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// What the command line asked for: the host, or the connect dialog.
    void start();
    /// Connects to the host, or shows it when it is open already.
    ClusterView *openHost(const HostSpec &spec);
    ClusterView *currentView() const;
    ConnectDialog *connectDialog() const { return m_connect; }
    PatternDesk &patterns() { return *m_patterns; }
    Sidebar &sidebar() { return *m_sidebar; }
    void showConnectDialog();
    void showPalette();
    void showHelp();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildFrame();
    void addKeys();
    void wireSidebar();
    void wireView(ClusterView *view);
    void wireConnectDialog();
    std::vector<KnownHost> knownHosts() const;
    void refreshSummary();
    void refreshSidebar();
    void refreshStatusBar();
    void followLogin(ClusterView *view);
    void closeCluster(const ClusterId &cluster);
    void showView(ClusterView *view);
    void showError(const Error &error);
    void copy(const QString &text);
    void toggleFullScreen();
    void toggleTheme();
    void choose(PaletteEntry::Kind kind, const QString &key);
    void showPage(ClusterPage page);
    void act(PaletteAction action);

    Settings &m_settings;
    History *m_history;
    PatternDesk *m_patterns;
    BaselineLibrary *m_baselines;
    BenchmarkDesk *m_benchmarks;
    Options m_options;
    Sidebar *m_sidebar;
    QStackedWidget *m_views;
    StatusBar *m_statusBar;
    HelpOverlay *m_help = nullptr;
    ConnectDialog *m_connect = nullptr;  ///< while it is open
    CommandPalette *m_palette = nullptr; ///< while it is open
    QMap<ClusterId, ClusterView *> m_byCluster;
    bool m_jobAsked = false; ///< the job of the command line was opened
};

} // namespace paceline
