#!/usr/bin/env python3
"""What a thousand viewers cost the server, beside nginx's HLS of the same show.

    fanout.py --bunraku .build/release/bunraku [--viewers N…] [--seconds S] [--no-nginx]

Starts a server, and for each number of viewers opens so many WebSockets of the room `main` on loopback
(`viewers.c`, compiled with cc). CPU is the server's own time from /proc, in shares of a core: with so many
viewers, less that with one, who makes the server draw and encode. Delivery is from the moment the server
began to hand out a packet to its last byte being read by a viewer. Then the same number of players reads the
same show as HLS from nginx (libnginx-mod-rtmp, to which the server pushes it): each reads the playlist twice
a second, and every new segment of a second. One line of JSON for each; `load` is what else the machine did.
"""

import argparse, json, os, re, shutil, signal, subprocess, sys, tempfile, time, urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
TICK = os.sysconf("SC_CLK_TCK")
WARM_UP = 6


def cpu(processes):
    """Seconds that processes have used."""
    total = 0
    for process in processes:
        with open(f"/proc/{process}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def children(process):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True)
    return [process] + [int(word) for word in found.stdout.split()]


def watch(client, kind, port, path, count, seconds, processes):
    """Lets viewers watch, and says what they saw and what it cost whom they watched."""
    viewers = subprocess.Popen(
        [client, kind, str(port), path, str(count), str(seconds), str(WARM_UP)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    line = viewers.stderr.readline()
    if line != "ready\n":
        sys.exit(line + viewers.stderr.read())
    began, used = time.monotonic(), cpu(processes)
    viewers.stderr.readline()
    used, lasted = cpu(processes) - used, time.monotonic() - began
    answer, complaint = viewers.communicate()
    if viewers.returncode:
        sys.exit(complaint)
    return {"cpu": round(used / lasted, 3), **json.loads(answer), "load": os.getloadavg()[0]}


def serve(bunraku, folder):
    server = subprocess.Popen(
        [bunraku, "serve", "--port", "0", "--data", os.path.join(folder, "data")],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    ready = server.stdout.readline()
    if not ready:
        sys.exit(f"{bunraku} did not start; run `{bunraku} serve` to see why.")
    return server, int(re.search(r":(\d+)\"", ready)[1])


def nginx(folder, rtmp, http):
    text = f"""
        load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;
        worker_processes 1;
        pid {folder}/nginx.pid;
        error_log {folder}/nginx.log;
        events {{ worker_connections 8192; }}
        rtmp {{ server {{ listen 127.0.0.1:{rtmp}; application live {{
            live on; hls on; hls_path {folder}/hls; hls_fragment 1s; hls_playlist_length 8s; }} }} }}
        http {{
            access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
            client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
            fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
            server {{ listen 127.0.0.1:{http}; root {folder}; }}
        }}"""
    os.chmod(folder, 0o755)
    os.mkdir(f"{folder}/hls")
    os.chmod(f"{folder}/hls", 0o777)
    with open(f"{folder}/nginx.conf", "w") as file:
        file.write(text)
    return subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf", "-g", "daemon off;"],
                            stderr=subprocess.DEVNULL)


def free_port():
    import socket
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


def wait(condition, what, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"In {seconds} s there was no {what}.")
        time.sleep(0.1)


def post(port, path, body):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", json.dumps(body).encode(),
                                     {"Content-Type": "application/json"})
    urllib.request.urlopen(request).read()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bunraku", required=True, help="the program, built for release")
    parser.add_argument("--viewers", type=int, nargs="+", default=[100, 500, 1000])
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--no-nginx", action="store_true", help="only WebSockets")
    options = parser.parse_args()
    folder, running = tempfile.mkdtemp(prefix="bunraku-bench-"), []
    try:
        client = os.path.join(folder, "viewers")
        subprocess.run(["cc", "-O2", "-o", client, os.path.join(HERE, "viewers.c")], check=True)
        server, port = serve(options.bunraku, folder)
        running.append(server)
        socket = ("ws", port, "/v1/rooms/main/socket")
        alone = watch(client, *socket, 1, options.seconds, [server.pid])
        print(json.dumps({"server": "bunraku", **alone}), flush=True)
        for count in options.viewers:
            result = watch(client, *socket, count, options.seconds, [server.pid])
            print(json.dumps({"server": "bunraku", "cpuOfDelivery": round(result["cpu"] - alone["cpu"], 3), **result}),
                  flush=True)
        if options.no_nginx:
            return
        rtmp, http = free_port(), free_port()
        running.append(nginx(folder, rtmp, http))
        playlist = f"{folder}/hls/show.m3u8"
        wait(lambda: os.path.exists(f"{folder}/nginx.pid"), "nginx; is libnginx-mod-rtmp installed?")
        post(port, "/v1/rooms/main/pushes", {"url": f"rtmp://127.0.0.1:{rtmp}/live/show"})
        wait(lambda: os.path.exists(playlist), "playlist of nginx")
        for count in options.viewers:
            result = watch(client, "hls", http, "/hls/show.m3u8", count, options.seconds, children(running[-1].pid))
            print(json.dumps({"server": "nginx", **result}), flush=True)
    finally:
        for process in reversed(running):
            process.send_signal(signal.SIGTERM)
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
