#include "export/export_job.h"

#include <QCoreApplication>

namespace weekboard
{

namespace
{

QString& program_path()
{
    static QString path;
    return path;
}

/// How a verb tells how far it is, on standard error: `progress 3 21`.
constexpr const char* progress_word = "progress ";

} // namespace

ExportJob::ExportJob(QObject* parent)
    : QObject{parent}
{
    connect(&process_, &QProcess::readyReadStandardError, this, &ExportJob::read_progress);
    connect(&process_, &QProcess::finished, this, &ExportJob::on_finished);
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            emit finished(false, process_.errorString());
        }
    });
}

ExportJob::~ExportJob()
{
    process_.disconnect(this);
    process_.kill();
    process_.waitForFinished();
}

void ExportJob::set_program(const QString& path)
{
    program_path() = path;
}

void ExportJob::start(const std::filesystem::path& store, const QStringList& arguments)
{
    if (is_running()) {
        return;
    }
    complaints_.clear();
    cancelled_ = false;
    const QString program =
        program_path().isEmpty() ? QCoreApplication::applicationFilePath() : program_path();
    process_.start(program,
                   QStringList{QStringLiteral("--store"), QString::fromStdString(store.string()),
                               QStringLiteral("--log-level"), QStringLiteral("error")} +
                       arguments);
}

bool ExportJob::is_running() const
{
    return process_.state() != QProcess::NotRunning;
}

void ExportJob::cancel()
{
    cancelled_ = true;
    process_.kill();
}

void ExportJob::read_progress()
{
    process_.setReadChannel(QProcess::StandardError);
    while (process_.canReadLine()) {
        const QByteArray line = process_.readLine();
        if (!line.startsWith(progress_word)) {
            complaints_ += line;
            continue;
        }
        const QList<QByteArray> words = line.trimmed().split(' ');
        if (words.size() == 3) {
            emit progressed(words[1].toInt(), words[2].toInt());
        }
    }
}

void ExportJob::on_finished(int status, QProcess::ExitStatus how)
{
    read_progress();
    complaints_ += process_.readAllStandardError();
    if (cancelled_) {
        emit finished(false, {});
        return;
    }
    const bool succeeded = how == QProcess::NormalExit && status <= 1;
    QString said = QString::fromUtf8(succeeded ? process_.readAllStandardOutput() : complaints_);
    said.remove(QStringLiteral("weekboard: "));
    emit finished(succeeded, said.trimmed());
}

} // namespace weekboard
