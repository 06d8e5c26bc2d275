#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include <csignal>
#include <cstdlib>

int main(int argc, char** argv)
{
    // Tests of a full disk set a file-size limit; like the program, they want its error code.
    std::signal(SIGXFSZ, SIG_IGN);
    setenv("TZ", "Asia/Shanghai", 1);
    return Catch::Session{}.run(argc, argv);
}
