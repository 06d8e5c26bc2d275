#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>

#include <filesystem>

namespace weekboard
{

/// An export that runs beside the window: the program's own verb in a process of its own, so that
/// the window never waits, and that a cancel can end it at any moment. Files are put in place whole
/// or not at all, whenever it ends.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(QObject* parent = nullptr);
    ~ExportJob() override;

    /// The program that is run; the one that runs now unless a test says otherwise.
    static void set_program(const QString& path);

    /// Starts a verb on a store. One at a time: a job that runs is not disturbed.
    void start(const std::filesystem::path& store, const QStringList& arguments);

    [[nodiscard]] bool is_running() const;

    void cancel();

signals:
    /// So many of so many are done.
    void progressed(int done, int all);

    /// The end: what the verb printed, or the sentence that says why it failed. A cancelled one has
    /// neither.
    void finished(bool succeeded, const QString& said);

private:
    void read_progress();
    void on_finished(int status, QProcess::ExitStatus how);

    QProcess process_;
    QByteArray complaints_;
    bool cancelled_ = false;
};

} // namespace weekboard
