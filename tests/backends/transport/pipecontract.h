// SPDX-FileCopyrightText: 2026 The Paceline developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/transport/piperelay.h"

#include <QObject>
#include <QTemporaryDir>
#include <functional>
#include <memory>

namespace paceline {

/// What every BytePipe keeps, seen through a PipeRelay over it. A test program derives from it and makes the pipes:
///   class TestLocalPipe : public PipeContract { Q_OBJECT
///       std::unique_ptr<BytePipe> makePipe() override { return std::make_unique<LocalPipe>(); } };
/// The host must be this machine: files and processes are looked at from both sides. makePipe() may connect the pipe's
/// questionAsked.
class PipeContract : public QObject
{
    Q_OBJECT
protected:
    virtual std::unique_ptr<BytePipe> makePipe() = 0;
    virtual PipeRelayOptions relayOptions() const { return {}; }
    /// Where the host's user may write and the test may read.
    virtual QString sharedFolder() const { return m_folder.path(); }
    /// A ready relay, or none and a failed test.
    std::unique_ptr<PipeRelay> readyRelay();

private slots:
    void pipe_opensOnceAndClosesOnce();
    void pipe_carriesBytesUnchanged();
    void pipe_closeAnswersCancelled();
    void pipe_reportsTheEndOfTheCommand();
    void run_tellsStatusAndKeepsStreamsApart();
    void run_takesAnyCommandTextWordForWord();
    void run_carriesBinaryOutput();
    void run_timesOutAndEndsTheWholeProcessGroup();
    void run_limitsOutput();
    void run_servesManyAtOnce();
    void run_cancelEndsIt();
    void pull_readsPiecesAndFacts();
    void pull_tellsMissingFromForbidden();
    void pull_carriesBulkWithoutHoldingUpSmallAnswers();
    void stream_answersEachLine();
    void stream_endsWhenItsInputEnds();
    void stream_stubbornOneIsEnded();
    void stream_thatReadsNothingHoldsUpNobody();
    void stream_manyArriveWhole();
    void relay_pings();
    void relay_shutdownCancelsAndLeavesNothing();

private:
    QTemporaryDir m_folder;
};

} // namespace paceline
