#!/usr/bin/python3
"""A real SMTP server (aiosmtpd) that can be told to misbehave.

smtpserver.py DIR [--tls none|starttls|implicit] [--cert NAME.pem] [--user U --password P] [--port N]

Prints its port. Every mail it takes is written to DIR/NNNNNN.eml with DIR/NNNNNN.json beside it (from, rcpt, user, tls).
What came over the wire before TLS stands in DIR/plain.log.

The file DIR/fault, read for every connection, says what goes wrong:
  STEP:cut          the connection is reset        STEP:stall    nothing comes any more
  STEP:slow         one second goes by             STEP:TEXT     that answer is given, e.g. rcpt:550 no such user
  random:P          with probability P one of all that
Steps: connect ehlo starttls auth mail rcpt data body (in the middle of the text), dot (the text has come, nothing is
kept), kept (the mail is kept, no answer given yet), quit.
"""
import argparse, asyncio, json, logging, os, random, ssl, sys
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

STEPS = ["connect", "ehlo", "starttls", "auth", "mail", "rcpt", "data", "body", "dot", "kept", "quit"]
REPLIES = {"connect": "421 busy", "ehlo": "421 busy", "starttls": "454 not now", "auth": "454 not now",
           "mail": "451 not now", "rcpt": "550 5.7.1 not today", "data": "451 not now", "dot": "554 not wanted"}


class Hooks:
    async def handle_DATA(self, server, session, envelope):
        return await server.take(session, envelope)

    async def handle_exception(self, error):
        return "451 broken"


class Server(SMTP):
    def __init__(self, options):
        self.options = options
        self.step, self.action = self.fault_now()
        tls = None
        if options.tls != "none":
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(options.cert, options.cert[:-4] + ".key")
        super().__init__(Hooks(), hostname="localhost", ident="test", enable_SMTPUTF8=False,
                         data_size_limit=30_000_000,
                         tls_context=tls if options.tls == "starttls" else None,
                         require_starttls=options.tls == "starttls",
                         auth_required=bool(options.user), auth_require_tls=options.tls != "implicit",
                         authenticator=self.authenticate, loop=asyncio.get_running_loop())
        self.transport_tls = options.tls == "implicit"

    def fault_now(self):
        try:
            with open(os.path.join(self.options.dir, "fault")) as f:
                text = f.read().strip()
        except FileNotFoundError:
            return "", ""
        step, _, action = text.partition(":")
        if step != "random":
            return step, action
        if random.random() >= float(action):
            return "", ""
        step = random.choice(STEPS)
        return step, random.choice(["cut", "cut", REPLIES.get(step, "cut")])

    async def fault(self, step):
        """True when the step is dealt with: the caller does nothing more."""
        if step != self.step:
            return False
        if self.action == "slow":
            await asyncio.sleep(1)
            return False
        if self.action == "stall":
            await asyncio.sleep(3600)
        elif self.action == "cut":
            self.cut()
        else:
            await self.push(self.action)
            return True
        return True

    def cut(self):
        # Without the goodbye that a clean close would be.
        (getattr(self, "_original_transport", None) or self.transport).abort()
        raise asyncio.CancelledError

    def data_received(self, data):
        if not self.transport_tls and not self._tls_protocol:
            with open(os.path.join(self.options.dir, "plain.log"), "ab") as f:
                f.write(data)
        super().data_received(data)

    async def _handle_client(self):
        if self.step == "connect":
            if self.action[:1].isdigit():
                await self.push(self.action)
                self.transport.close()
                return
            try:
                await self.fault("connect")
            except asyncio.CancelledError:
                return
        await super()._handle_client()

    def authenticate(self, server, session, envelope, mechanism, data):
        ok = (isinstance(data, LoginPassword) and data.login.decode() == self.options.user
              and data.password.decode() == self.options.password)
        return AuthResult(success=ok, handled=False, auth_data=data.login.decode() if ok else None)

    async def take(self, session, envelope):
        if await self.fault("dot"):
            return self.action  # the answer was pushed: see smtp_DATA
        keep(self.options.dir, envelope, session, self.transport_tls or session.ssl is not None)
        if await self.fault("kept"):
            return self.action
        return "250 2.0.0 kept\x07 as \x1b[31mnumber"  # control characters: a client must not show them

    async def push(self, status):
        # A faulty answer to the final dot is given by the hook; aiosmtpd then gives the same again.
        if self.step in ("dot", "kept") and status == self.action:
            if getattr(self, "_given", False):
                return
            self._given = True
        await super().push(status)


def keep(folder, envelope, session, tls):
    n = len([f for f in os.listdir(folder) if f.endswith(".json")]) + 1
    name = os.path.join(folder, "%06d" % n)
    with open(name + ".eml", "wb") as f:
        f.write(envelope.original_content)
    with open(name + ".json.new", "w") as f:
        json.dump({"from": envelope.mail_from, "rcpt": envelope.rcpt_tos, "user": session.auth_data or "", "helo": session.host_name or "",
                   "tls": bool(tls)}, f)
    os.rename(name + ".json.new", name + ".json")


def step_of(command, step):
    original = getattr(SMTP, command)

    async def faulty(self, arg):
        if not await self.fault(step):
            await original(self, arg)

    for a in ("__smtp_syntax__", "__smtp_syntax_extended__", "__smtp_syntax_when__"):
        if hasattr(original, a):
            setattr(faulty, a, getattr(original, a))
    setattr(Server, command, faulty)


for command, step in [("smtp_EHLO", "ehlo"), ("smtp_STARTTLS", "starttls"), ("smtp_AUTH", "auth"),
                      ("smtp_MAIL", "mail"), ("smtp_RCPT", "rcpt"), ("smtp_QUIT", "quit")]:
    step_of(command, step)


async def data(self, arg, original=SMTP.smtp_DATA):
    if self.step == "body":
        await SMTP.push(self, "354 go on")
        await self._reader.readexactly(200)
        await self.fault("body")
        return
    if not await self.fault("data"):
        await original(self, arg)


Server.smtp_DATA = data


async def main():
    p = argparse.ArgumentParser()
    p.add_argument("dir")
    p.add_argument("--tls", default="none")
    p.add_argument("--cert")
    p.add_argument("--user", default="")
    p.add_argument("--password", default="")
    p.add_argument("--port", type=int, default=0)
    options = p.parse_args()
    tls = None
    if options.tls == "implicit":
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(options.cert, options.cert[:-4] + ".key")
    server = await asyncio.get_running_loop().create_server(lambda: Server(options), "127.0.0.1", options.port, ssl=tls)
    print(server.sockets[0].getsockname()[1], flush=True)
    # It goes with whoever started it.
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    logging.disable()
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)
    loop.run_until_complete(main())
    os._exit(0)
