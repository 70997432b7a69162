"""No test reaches the internet; talk inside this computer stays possible."""

import socket

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_socket_to_the_internet_is_refused(family: socket.AddressFamily) -> None:
    with pytest.raises(AssertionError, match="asked for the internet"):
        socket.socket(family)


def test_a_connection_to_a_server_is_refused() -> None:
    with pytest.raises(AssertionError, match="asked for the internet"):
        socket.create_connection(("127.0.0.1", 9))


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no such sockets")
def test_two_programs_on_this_computer_may_talk() -> None:
    left, right = socket.socketpair()
    with left, right:
        left.sendall(b"hello")
        assert right.recv(5) == b"hello"
