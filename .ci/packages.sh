# shellcheck shell=bash
# What the project needs of Debian 12, and how it is installed: only what is missing, and without a
# word to the network where nothing is.

# shellcheck disable=SC2034  # the lists are read where this file is sourced
build_packages=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n
    libsqlite3-dev libsqlitecpp-dev libspdlog-dev libfmt-dev libcli11-dev
    libtomlplusplus-dev nlohmann-json3-dev libcsv-dev libicu-dev
    libexpat1-dev libxml2-dev libpugixml-dev libzip-dev libxlsxwriter-dev libqpdf-dev libpng-dev libssl-dev
    libfontconfig-dev fonts-noto-cjk libgl1-mesa-dri
)
# shellcheck disable=SC2034
test_packages=(catch2 sqlite3 libxml2-utils poppler-utils file python3-openpyxl
    libreoffice-impress libreoffice-calc chromium xvfb xdotool xclip openbox)
# shellcheck disable=SC2034
ci_packages=(clang-format clang-tidy shellcheck)
# shellcheck disable=SC2034
fuzz_packages=(clang libclang-rt-14-dev)

install_missing() {
    local package missing=()
    for package in "$@"; do
        if ! dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed; then
            missing+=("$package")
        fi
    done
    if ((${#missing[@]} == 0)); then
        return 0
    fi
    local as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and without sudo only root can install them: ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

# Readers from npm, for the tests alone; once, and again when their list changes.
install_page_checks() {
    local folder=$1
    if ! command -v npm >/dev/null; then
        install_missing nodejs npm
    fi
    if [[ ! $folder/node_modules/.package-lock.json -nt $folder/package-lock.json ]]; then
        npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error >&2
    fi
}

# configure_and_build PRESET [CMAKE OPTION...]: quiet unless something goes wrong.
configure_and_build() {
    local preset=$1
    shift
    # A compiler cache serves every checkout and preset alike.
    local -x CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=true
    local log
    log=$(mktemp)
    if ! cmake --preset "$preset" "$@" >"$log" 2>&1 ||
        ! cmake --build "build/$preset" >>"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}
