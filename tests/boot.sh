#!/bin/sh
# Boot the Debian in folder $1 with systemd as its first process; what is mounted here goes with it.
# Called by booting.py inside name spaces of its own. Devices are the harmless ones.
set -eu
cd "$1"
mount -t proc proc proc
mount --rbind /sys sys
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mount -t tmpfs -o mode=755 tmpfs dev
mkdir run/lock dev/pts dev/shm dev/mqueue
for device in null zero full random urandom tty; do
    touch dev/$device
    mount --bind /dev/$device dev/$device
done
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
: >etc/machine-id
for unit in systemd-udevd systemd-udev-trigger systemd-networkd-wait-online systemd-timesyncd \
    systemd-remount-fs systemd-logind e2scrub_reap getty@tty1 console-getty; do
    ln -sf /dev/null etc/systemd/system/$unit.service # no hardware, no console, no clock of its own
done
hostname may-thu
exec chroot . /usr/bin/env -i container=lxc PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    /lib/systemd/systemd --system --log-target=journal
