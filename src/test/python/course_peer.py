"""A program of the course chat with the old "secure" mode, written apart from Lanline's, for its tests.

A process of its own: follows commands, a line each, on standard input, and prints what happens, texts in hexadecimal.

  ciphers                                          the names of all ways to encrypt
  encrypt CIPHER SECRET TEXT                       prints: encrypted CIPHERTEXT
  decrypt CIPHER SECRET CIPHERTEXT                 prints: decrypted TEXT
  announce FROM TO NAME                            broadcasts every second
  respond CIPHER FORM GROUP PRIVATE [only] [apart] listens on 6001, one connection after the other; FORM of its keys: decimal, integer,
                                                   literal, bare, public; with "only" it takes a key in its own form alone and closes
                                                   without an answer otherwise; with "apart" the message comes on the next connection
  use CIPHER                                       from now on it answers in another way
  say TO CIPHER FORM GROUP PRIVATE PATTERN PAUSE TEXT   dials, exchanges keys, waits, sends; PATTERN: same, apart (a second connection)
                                                   or joined (key and message in one segment, to whoever answers 1)
  plain TO TEXT                                    a plain message; prints: ended, when the other side has closed

Prints: got HOST BYTES (each recv) / message HOST TEXT / unreadable HOST / plain HOST TEXT / refused HOST WHY / answer BYTES /
ended BYTES.
GROUP is 2025 (p = 19, g = 2) or 2024 (p = 23, g = 5).
"""

import base64
import hashlib
import json
import socket
import sys
import threading
import time

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

try:
    from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
except ImportError:
    from cryptography.hazmat.primitives.ciphers.algorithms import TripleDES

TCP_PORT = 6001
UDP_PORT = 6000
RECV = 1024
GROUPS = {"2025": (19, 2), "2024": (23, 5)}


def sha256(secret):
    return hashlib.sha256(str(secret).encode()).digest()


def des(key):
    return TripleDES(key * 3)


def ecb():
    return modes.ECB()


def cbc():
    return modes.CBC(bytes(8))


# name: algorithm, bits of a block, mode, key, bytes to text, text to bytes
CIPHERS = {
    "3des-blanks": (TripleDES, 64, ecb, lambda s: str(s).ljust(24).encode(), base64.b64encode, base64.b64decode),
    "3des-zeros-left": (TripleDES, 64, ecb, lambda s: str(s).zfill(24).encode(), base64.b64encode, base64.b64decode),
    "3des-zeros-right": (TripleDES, 64, ecb, lambda s: str(s).ljust(24, "0").encode(), base64.b64encode, base64.b64decode),
    "3des-sha256": (TripleDES, 64, ecb, lambda s: sha256(s)[:24], base64.b64encode, base64.b64decode),
    "3des-base64-blanks": (
        TripleDES, 64, ecb, lambda s: base64.urlsafe_b64encode(str(s).encode()).ljust(24), base64.b64encode, base64.b64decode),
    "3des-float-blanks": (TripleDES, 64, ecb, lambda s: str(float(s)).ljust(24).encode(), base64.b64encode, base64.b64decode),
    "des-cbc-zeros": (des, 64, cbc, lambda s: str(s).ljust(8, "0").encode(), base64.b64encode, base64.b64decode),
    "des-sha256-hex": (des, 64, ecb, lambda s: sha256(s)[:8], lambda b: b.hex().encode(), lambda t: bytes.fromhex(t)),
    "aes128-zeros": (algorithms.AES, 128, ecb, lambda s: str(s).ljust(16, "0").encode(), base64.b64encode, base64.b64decode),
    "aes256-sha256": (algorithms.AES, 128, ecb, sha256, base64.b64encode, base64.b64decode),
}


def encrypt(name, secret, text):
    algorithm, bits, mode, key, write, _ = CIPHERS[name]
    padder = padding.PKCS7(bits).padder()
    padded = padder.update(text.encode()) + padder.finalize()
    encryptor = Cipher(algorithm(key(secret)), mode()).encryptor()
    return write(encryptor.update(padded) + encryptor.finalize()).decode()


def decrypt(name, secret, encrypted):
    algorithm, bits, mode, key, _, read = CIPHERS[name]
    decryptor = Cipher(algorithm(key(secret)), mode()).decryptor()
    padded = decryptor.update(read(encrypted)) + decryptor.finalize()
    unpadder = padding.PKCS7(bits).unpadder()
    return (unpadder.update(padded) + unpadder.finalize()).decode()


def say(*words):
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def to_hex(text):
    return text.encode().hex()


def from_hex(digits):
    return bytes.fromhex(digits).decode()


def write_key(form, value, is_reply):
    if form == "bare":
        return str(value).encode()
    if form == "public" and is_reply:
        return json.dumps({"public_key": str(value)}).encode()
    written = {"integer": value, "literal": str(str(value).encode())}.get(form, str(value))
    return json.dumps({"key": written}).encode()


def read_key(value):
    """The number, however it is written."""
    text = str(value)
    return int(text[2:-1]) if text.startswith("b'") else int(text)


def is_written(form, value):
    if form == "integer":
        return isinstance(value, int)
    return isinstance(value, str) and value.startswith("b'") == (form == "literal")


class Responder:
    """Serves one connection after the other; remembers the secret for each address, as the ones do that get the message apart."""

    def __init__(self, cipher, form, group, private, options):
        self.cipher = cipher
        self.form = form
        self.prime, self.base = GROUPS[group]
        self.private = private
        self.takes_only_its_form = "only" in options
        self.apart = "apart" in options
        self.secrets = {}

    def serve(self, listener):
        while True:
            link, (host, _) = listener.accept()
            with link:
                try:
                    self.talk(link, host)
                except (OSError, ValueError) as wrong:
                    say("refused", host, type(wrong).__name__)

    def talk(self, link, host):
        data = link.recv(RECV)
        if data:
            say("got", host, data.hex())
            self.take(link, host, json.loads(data))

    def take(self, link, host, message):
        if "unencrypted_message" in message:
            say("plain", host, to_hex(message["unencrypted_message"]))
        elif "encrypted_message" in message:
            self.read(host, message["encrypted_message"])
        else:
            self.exchange(link, host, message["key"])

    def exchange(self, link, host, key):
        if self.takes_only_its_form and not is_written(self.form, key):
            say("refused", host, "form")
            return
        self.secrets[host] = pow(read_key(key), self.private, self.prime)
        link.sendall(write_key(self.form, pow(self.base, self.private, self.prime), True))
        if not self.apart:
            self.talk(link, host)

    def read(self, host, encrypted):
        try:
            say("message", host, to_hex(decrypt(self.cipher, self.secrets[host], encrypted)))
        except ValueError:
            say("unreadable", host)


def respond(cipher, form, group, private, *options):
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("", TCP_PORT))
    listener.listen(5)
    responder = Responder(cipher, form, group, int(private), options)
    in_background(responder.serve, listener)
    return responder


def exchange_and_send(to, cipher, form, group, private, pattern, pause, text):
    prime, base = GROUPS[group]
    link = socket.create_connection((to, TCP_PORT))
    key = write_key(form, pow(base, int(private), prime), False)
    if pattern == "joined":
        link.sendall(key + message(encrypt(cipher, 1, text)))
    else:
        link.sendall(key)
    reply = link.recv(RECV)
    say("answer", reply.hex())
    theirs = json.loads(reply)
    value = theirs["key"] if isinstance(theirs, dict) else theirs
    if not is_written(form, value) and form in ("literal", "integer"):
        raise ValueError("an answer in another form")
    secret = pow(read_key(value), int(private), prime)
    time.sleep(float(pause))
    if pattern == "apart":
        link.close()
        link = socket.create_connection((to, TCP_PORT))
    if pattern != "joined":
        link.sendall(message(encrypt(cipher, secret, text)))
    link.close()


def message(encrypted):
    return json.dumps({"encrypted_message": encrypted}).encode()


def plain(to, text):
    with socket.create_connection((to, TCP_PORT)) as link:
        link.sendall(json.dumps({"unencrypted_message": text}).encode())
        # This one waits for the other side before it goes on.
        answer = b""
        while chunk := link.recv(RECV):
            answer += chunk
        say("ended", len(answer))


def announce(source, target, name):
    datagram = json.dumps({"username": name}).encode()
    while True:
        try:
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as datagrams:
                datagrams.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                datagrams.bind((source, 0))
                datagrams.sendto(datagram, (target, UDP_PORT))
        except OSError as wrong:
            say("unannounced", type(wrong).__name__, wrong)
        time.sleep(1)


def in_background(work, *arguments):
    def run():
        try:
            work(*arguments)
        except (OSError, ValueError, KeyError) as wrong:
            say("over", type(wrong).__name__, wrong)

    threading.Thread(target=run, daemon=True).start()


RESPONDERS = []


def follow(words):
    command, arguments = words[0], words[1:]
    if command == "ciphers":
        say("ciphers", *CIPHERS)
    elif command == "encrypt":
        say("encrypted", encrypt(arguments[0], int(arguments[1]), from_hex(arguments[2])))
    elif command == "decrypt":
        say("decrypted", to_hex(decrypt(arguments[0], int(arguments[1]), arguments[2])))
    elif command == "announce":
        in_background(announce, *arguments)
    elif command == "respond":
        RESPONDERS.append(respond(*arguments))
    elif command == "use":
        RESPONDERS[-1].cipher = arguments[0]
    elif command == "say":
        in_background(exchange_and_send, *arguments[:-1], from_hex(arguments[-1]))
    elif command == "plain":
        in_background(plain, arguments[0], from_hex(arguments[1]))
    else:
        raise SystemExit("no such command: " + command)
    say("did", command)


if __name__ == "__main__":
    for line in sys.stdin:
        follow(line.split())
