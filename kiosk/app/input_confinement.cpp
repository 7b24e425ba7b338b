// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_confinement.h"

#include <cerrno>
#include <cstddef>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <vector>

namespace wenlan::app {
namespace {

#if defined(__x86_64__)
constexpr unsigned this_machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned this_machine = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned this_machine = 0;
#endif

std::vector<unsigned> refused_calls() {
    return {
        __NR_openat,
        __NR_socket,
        __NR_socketpair,
        __NR_connect,
        __NR_bind,
        __NR_execve,
        __NR_execveat,
        __NR_clone,
        __NR_ptrace,
        __NR_process_vm_readv,
        __NR_process_vm_writev,
        __NR_kill,
        __NR_unlinkat,
        __NR_mkdirat,
        __NR_symlinkat,
        __NR_linkat,
#ifdef __NR_clone3
        __NR_clone3,
#endif
#ifdef __NR_openat2
        __NR_openat2,
#endif
#ifdef __NR_open
        __NR_open,
        __NR_creat,
        __NR_fork,
        __NR_vfork,
        __NR_unlink,
        __NR_rename,
#endif
#ifdef __NR_renameat
        __NR_renameat,
#endif
        __NR_renameat2,
    };
}

void refuse(const std::vector<unsigned>& refused) {
    if (this_machine == 0) return;
    std::vector<sock_filter> program{
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, this_machine, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    };
    for (const unsigned call : refused) {
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    }
    program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

}  // namespace

void confine_input_child() { refuse(refused_calls()); }

void confine_preview() {
    refuse({__NR_socket, __NR_socketpair, __NR_connect, __NR_bind, __NR_listen, __NR_accept,
            __NR_accept4, __NR_execve, __NR_execveat, __NR_ptrace, __NR_process_vm_readv,
            __NR_process_vm_writev});
}

}  // namespace wenlan::app
