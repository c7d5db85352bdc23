## General

