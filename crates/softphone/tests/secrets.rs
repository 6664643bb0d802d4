//! Passwords and TURN credentials reach the store and the digest, and nothing that is shown or logged.

mod common;

use alo_protocol::{Command, Secret, SipAccount};
use common::{PASSWORD, Rig, TURN_CREDENTIAL, account};

#[test]
fn no_secret_is_in_a_snapshot_a_worker_state_or_debug_output() {
    let mut rig = Rig::signed_out();
    let sign_in = Command::SignIn { account: account() };
    assert_eq!(rig.command(sign_in), None);
    rig.open_socket();
    rig.accept_registration();
    let tested = SipAccount {
        username: "2002".to_owned(),
        password: Secret::new("another-s3cret"),
        ..account()
    };
    assert_eq!(
        rig.command(Command::TestConnection { account: tested }),
        None
    );
    rig.open_socket();
    let register = rig.request("REGISTER");
    rig.challenge(&register, "n");
    rig.accept_register();
    rig.accept_register();
    let (id, _, _) = rig.connected_out("0912345678");
    rig.hang_up(&id);
    let snapshot = serde_json::to_string(rig.snapshot()).expect("a snapshot can be written");
    let workers = serde_json::to_string(&rig.workers).expect("so can worker states");
    for text in [&snapshot, &workers, &rig.log] {
        assert!(!text.is_empty());
        for secret in [PASSWORD, TURN_CREDENTIAL, "another-s3cret"] {
            assert!(!text.contains(secret));
        }
    }
    // Digests can be attacked offline: they must not be logged either.
    assert!(!rig.log.contains("response="));
    assert!(
        snapshot.contains("turner"),
        "the user name of the TURN server is shown"
    );
}
