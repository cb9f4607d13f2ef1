# Reads mails with Python's own parser, which knows nothing of ours, and writes what it found: one JSON line for each
# file named on stdin. The test compares that with what was asked for.
import base64, email, email.policy, json, sys
from email.header import decode_header, make_header
from email.utils import getaddresses

for line in sys.stdin:
    path = line.rstrip("\n")
    with open(path, "rb") as f:
        raw = f.read()
    m = email.message_from_bytes(raw, policy=email.policy.default)

    # By the older half of the library: the newer one keeps the blank between two encoded words of a name.
    old = email.message_from_bytes(raw)

    def address(name):
        if old[name] is None:
            return None
        return [[str(make_header(decode_header(n))), a] for n, a in getaddresses([old[name]])]

    def body(kind):
        for p in m.walk():
            if p.get_content_type() == "text/" + kind and not p.get_filename():
                return p.get_payload(decode=True).decode("utf-8")
        return None

    out = {
        "from": address("from"), "to": address("to"), "replyTo": address("reply-to"),
        "subject": str(m["subject"]), "messageId": str(m["message-id"]).strip(),
        "inReplyTo": str(m["in-reply-to"] or "").strip(), "references": str(m["references"] or "").split(),
        "date": m["date"].datetime.timestamp(), "offset": m["date"].datetime.utcoffset().total_seconds(),
        "text": body("plain"), "html": body("html"),
        "attachments": [[p.get_filename(), p.get_content_type(), base64.b64encode(p.get_payload(decode=True)).decode()]
                        for p in m.walk() if p.get_filename()],
        "headers": sorted(k.lower() for k in m.keys()),
        "types": [p.get_content_type() for p in m.walk()],
        "defects": [repr(d) for p in m.walk() for d in p.defects]
                   + [repr(d) for p in m.walk() for h in p.values() for d in getattr(h, "defects", ())],
    }
    print(json.dumps(out), flush=True)
