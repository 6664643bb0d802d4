//! The worker shell: detector service, consent gate, notifications, menus, settings, router.
